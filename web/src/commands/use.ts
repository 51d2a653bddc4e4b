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
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      // A dialog has the keyboard for itself; a list that is open takes letters for its own search.
      const target = event.target instanceof Element ? event.target : null;
      const taken = target?.closest("[role=dialog][data-modal], [role=listbox], [role=menu]") !== null && target !== null;
      const command = registry.match(event, isWriting(event.target) || taken, Date.now());
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
