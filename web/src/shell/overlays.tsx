// The command palette and the help: two views of the one list of commands.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useState, type ReactNode } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { offers } from "../api/offers.ts";
import { searchQuery } from "../api/queries.ts";
import { find, type Command } from "../commands/registry.ts";
import { useCommandList } from "../commands/use.ts";
import { m } from "../i18n/locale.ts";
import { Button, directionOf, keyName, Keys } from "../parts/controls.tsx";
import { Foreign } from "../parts/words.tsx";
import styles from "./overlays.module.css";

interface OverlayProps {
  label: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  side?: boolean;
}

/** A dialog over the page. Escape closes it, and the focus goes back to where it was. */
export function Overlay({ label, open, onClose, children, side }: OverlayProps) {
  return (
    <ModalOverlay className={styles.shade ?? ""} isOpen={open} onOpenChange={(next) => !next && onClose()} isDismissable>
      <Modal className={`${styles.modal} ${side ? styles.side : ""}`}>
        <Dialog aria-label={label} className={styles.dialog ?? ""} data-modal="">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Overlay label={m.palette()} open={open} onClose={onClose}>
      <PaletteBody onClose={onClose} />
    </Overlay>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const navigate = useNavigate();
  const commands = useCommandList().filter(({ quiet }) => !quiet);
  const found = find(commands, text);
  const { data } = useQuery({ ...searchQuery(asked), enabled: asked.length > 1 && offers("/search"), retry: false });
  const hits = asked.length > 1 ? (data?.hits ?? []) : [];
  const choose = (key: string) => {
    onClose();
    const hit = hits.find(({ id }) => `hit:${id}` === key);
    if (hit) void navigate(hit.is === "document" ? { to: "/documents/$doc", params: { doc: hit.id } } : { to: "/register/$id", params: { id: hit.id } });
    else setTimeout(() => commands.find(({ id }) => id === key)?.run());
  };
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label={m.paletteAsk()} autoFocus className={styles.ask ?? ""}>
        <Input placeholder={m.paletteAsk()} {...directionOf(text)} spellCheck={false} />
      </SearchField>
      <ListBox className={styles.list ?? ""} aria-label={m.palette()} onAction={(key) => choose(String(key))} renderEmptyState={() => m.paletteNothing()}>
        {found.length > 0 ? (
          <ListBoxSection id="commands">
            <Header className={styles.head ?? ""}>{m.commands()}</Header>
            {found.map((command) => (
              <Item key={command.id} command={command} />
            ))}
          </ListBoxSection>
        ) : null}
        {hits.length > 0 ? (
          <ListBoxSection id="hits">
            <Header className={styles.head ?? ""}>{m.inTheRegister()}</Header>
            {hits.map((hit) => (
              <ListBoxItem key={hit.id} id={`hit:${hit.id}`} textValue={hit.title} className={styles.item ?? ""}>
                <span className={styles.hit}>
                  <Foreign>{hit.title}</Foreign>
                  {hit.snippet ? (
                    <small>
                      <Foreign>{hit.snippet}</Foreign>
                    </small>
                  ) : null}
                </span>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ) : null}
      </ListBox>
    </Autocomplete>
  );
}

function Item({ command }: { command: Command }) {
  const reason = command.disabled?.() ?? null;
  return (
    <ListBoxItem id={command.id} textValue={command.label()} className={styles.item ?? ""} isDisabled={reason !== null}>
      <span className={styles.hit}>
        {command.label()}
        {reason ? <small>{reason}</small> : null}
      </span>
      {command.keys?.[0] ? <Keys keys={command.keys[0]} /> : null}
    </ListBoxItem>
  );
}

const GROUPS = ["act", "go", "page"] as const;

export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const commands = useCommandList().filter(({ keys }) => keys && keys.length > 0);
  return (
    <Overlay label={m.help()} open={open} onClose={onClose}>
      <div className={styles.help}>
        <div className={styles.helpHead}>
          <Heading slot="title">{m.help()}</Heading>
          <Button kind="quiet" icon="close" aria-label={m.close()} onPress={onClose} />
        </div>
        <p>{m.helpLead()}</p>
        <div className={styles.columns}>
          {GROUPS.map((group) => {
            const list = commands.filter((command) => command.group === group);
            const title = group === "act" ? m.helpAct() : group === "go" ? m.helpGo() : m.helpPage();
            if (list.length === 0) return null;
            return (
              <section key={group}>
                <h3>{title}</h3>
                <dl className={styles.keys}>
                  {list.map((command) => (
                    <div key={command.id}>
                      <dt>
                        <Spoken keys={command.keys?.[0] ?? ""} />
                      </dt>
                      <dd>{command.label()}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            );
          })}
        </div>
      </div>
    </Overlay>
  );
}

/** Keys that are spoken too: here they are the content. */
const Spoken = ({ keys }: { keys: string }) => (
  <span dir="ltr" className={styles.caps}>
    {keys.split(/[ +]/).map((key, index) => (
      <kbd key={index}>{keyName(key)}</kbd>
    ))}
  </span>
);
