// Commands inside React, and the one listener of the keyboard.
import { useEffect, useRef, useSyncExternalStore } from "react";
import { registry, type Command } from "./registry.ts";

export const useCommandList = (): Command[] => useSyncExternalStore(registry.subscribe, registry.list);

/** The commands of a view, while it is shown. What they do may change with every draw; their names may not. */
export function useCommands(commands: Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  const ids = commands.map(({ id }) => id).join(" ");
  useEffect(() => {
    const now = (id: string) => latest.current.find((command) => command.id === id);
    return registry.add(
      latest.current.map((command) => ({
        ...command,
        label: () => now(command.id)?.label() ?? command.label(),
        disabled: () => now(command.id)?.disabled?.() ?? null,
        run: () => {
          const current = now(command.id);
          if (current && (current.disabled?.() ?? null) === null) current.run();
        },
      })),
    );
  }, [ids]);
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])"));

export function useKeyboard(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): boolean => {
      if (event.defaultPrevented || event.isComposing) return false;
      // A dialog has the keyboard for itself; a list that is open takes letters for its own search.
      const target = event.target instanceof Element ? event.target : null;
      const taken = target?.closest("[role=dialog][data-modal], [role=listbox], [role=menu]") !== null && target !== null;
      const command = registry.match(event, isWriting(event.target) || taken, Date.now());
      if (!command) return false;
      event.preventDefault();
      command.run();
      return true;
    };
    // A chord comes before the button that has the focus: it would take Ctrl+Enter for a press of its own.
    const onChord = (event: KeyboardEvent) => {
      const inList = event.target instanceof Element && event.target.closest("[role=listbox], [role=menu]") !== null;
      if ((event.ctrlKey || event.metaKey) && !inList && onKey(event)) event.stopPropagation();
    };
    window.addEventListener("keydown", onChord, true);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onChord, true);
      window.removeEventListener("keydown", onKey);
    };
  }, []);
}
