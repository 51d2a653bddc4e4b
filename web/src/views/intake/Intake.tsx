// Taking in a bulletin: paste it, say whose it is and of which day; it is kept as it is, read, and compared with the
// last one. Nothing counts before it is accepted.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState, type FormEvent } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import { offers } from "../../api/offers.ts";
import { batchQuery, changed, publishersQuery, write } from "../../api/queries.ts";
import type { ClaimRow, Comparison as Compared } from "../../api/types.ts";
import type { Command } from "../../commands/registry.ts";
import { useCommands } from "../../commands/use.ts";
import { NotYet } from "../ahead/Ahead.tsx";
import { m } from "../../i18n/locale.ts";
import { Button, directionOf, Field } from "../../parts/controls.tsx";
import { DraftNote } from "../../parts/DraftNote.tsx";
import { Page, Section } from "../../parts/Page.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Foreign, Say } from "../../parts/words.tsx";
import { useDraft } from "../../parts/useDraft.ts";
import { say } from "../../shell/toasts.tsx";
import { Comparison } from "./Comparison.tsx";
import controls from "../../parts/controls.module.css";
import styles from "./Intake.module.css";

const EMPTY = { text: "", publisher: "", published: "", title: "" };

interface Taken {
  doc: string;
  batch: string | null;
  claims: ClaimRow[];
  comparison: Compared;
}

/** The day after the last bulletin of a publisher, as a first guess that a person sees and can change. */
export function dayAfter(iso: string | null | undefined): string {
  if (!iso || !/^\d{4}-\d{2}-\d{2}$/.test(iso)) return "";
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

export function Intake() {
  return offers("/intake") ? <OpenIntake /> : <NotYet title={m.navIntake()} command="cairn add REGISTER FILE --publisher NAME --published DAY" />;
}

function OpenIntake() {
  const navigate = useNavigate();
  const { data: known } = useQuery({ ...publishersQuery(), enabled: offers("/publishers") });
  const draft = useDraft("intake", EMPTY);
  const { text, publisher, published, title } = draft.value;
  const [wrong, setWrong] = useState<{ field: string; words: string }[]>([]);
  const [refused, setRefused] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const publishers = known?.publishers ?? [];
  // Taken back while it is compared: there is nothing left to decide here.
  const { data: kept } = useQuery({ ...batchQuery(taken?.batch ?? ""), enabled: Boolean(taken?.batch) });
  const gone = Boolean(taken?.batch && kept?.batch.batch === taken.batch && kept.batch.undone_by);
  useEffect(() => {
    if (gone) setTaken(null);
  }, [gone]);
  // What was read begins at the top, however far down the form was.
  useEffect(() => {
    if (taken) window.scrollTo(0, 0);
  }, [taken]);
  const problem = (field: string) => wrong.find((one) => one.field === field)?.words;

  const choose = (name: string) => {
    const last = publishers.find((one) => one.name === name)?.last;
    draft.set({ publisher: name, ...(published === "" && last?.published ? { published: dayAfter(last.published) } : {}) });
  };
  const read = async () => {
    const problems = [
      ...(text.trim() ? [] : [{ field: "text", words: m.intakeNoText() }]),
      ...(publisher.trim() ? [] : [{ field: "publisher", words: m.intakeNoPublisher() }]),
      ...(/^\d{4}-\d{2}-\d{2}$/.test(published.trim()) ? [] : [{ field: "published", words: m.dayWanted() }]),
    ];
    setWrong(problems);
    if (problems.length > 0 || busy) return;
    setBusy(true);
    setRefused(null);
    try {
      const done = await write.intake({ text, publisher: publisher.trim(), published: published.trim(), ...(title.trim() ? { title: title.trim() } : {}) });
      setTaken({ doc: done.added.doc, batch: done.added.batch, claims: done.claims, comparison: done.comparison });
      await draft.drop(EMPTY);
      await changed();
      say(<Say of={m.bulletinKept} a={{ count: done.claims.length }} />, done.added.batch ?? undefined);
    } catch (error) {
      setRefused(error as Error);
    } finally {
      setBusy(false);
    }
  };
  const open = () => {
    if (taken) void navigate({ to: "/documents/$doc", params: { doc: taken.doc } });
  };
  const accept = async () => {
    if (!taken) return;
    try {
      const done = await write.decide(taken.claims.filter(({ state }) => state === "proposed").map(({ id }) => ({ claim: id, verdict: "accept" })));
      await changed();
      say(m.acceptedClaims({ count: done.accepted.length }), done.batch);
      open();
    } catch (error) {
      setRefused(error as Error);
    }
  };
  const commands: Command[] = taken
    ? [
        { id: "intake-one-by-one", keys: ["j", "o"], group: "act", label: () => m.readOneByOne(), run: open },
        { id: "intake-accept-all", keys: ["shift+a"], group: "act", label: () => m.acceptAll({ count: taken.claims.length }), run: () => void accept() },
      ]
    : [{ id: "intake-read", keys: ["mod+Enter"], group: "act", label: () => m.readIt(), run: () => void read() }];
  useCommands(commands);

  if (taken)
    return (
      <Page
        title={m.navIntake()}
        lead={<Say of={m.intakeRead} a={{ count: taken.claims.length }} />}
        actions={
          <>
            <Button kind="main" keys="j" onPress={open} autoFocus>
              {m.readOneByOne()}
            </Button>
            {taken.claims.length > 0 ? (
              <Button keys="shift+a" onPress={() => void accept()}>
                <Say of={m.acceptAll} a={{ count: taken.claims.length }} />
              </Button>
            ) : null}
            <Button kind="quiet" onPress={() => setTaken(null)}>
              {m.anotherBulletin()}
            </Button>
          </>
        }
      >
        {refused ? <Trouble error={refused} /> : null}
        <Comparison comparison={taken.comparison} />
      </Page>
    );

  return (
    <Page title={m.navIntake()} lead={m.intakeLead()}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void read();
        }}
      >
        <Field label={m.bulletinText()} value={text} onChange={(value) => draft.set({ text: value })} rows={14} autoFocus required error={problem("text")} placeholder={m.pasteHere()} />
        <div className={styles.facts}>
          <ComboBox
            className={controls.field ?? ""}
            allowsCustomValue
            menuTrigger="focus"
            inputValue={publisher}
            onInputChange={(value) => draft.set({ publisher: value })}
            onSelectionChange={(key) => {
              if (key !== null) choose(String(key));
            }}
            defaultItems={publishers}
            isInvalid={problem("publisher") !== undefined}
            isRequired
            validationBehavior="aria"
          >
            <Label>{m.publisher()}</Label>
            <Input {...directionOf(publisher)} />
            <Text slot="description" className={controls.hint ?? ""}>
              {wrong.some(({ field }) => field === "publisher") ? m.intakeNoPublisher() : m.publisherHint()}
            </Text>
            <Popover className={controls.popover ?? ""}>
              <ListBox className={controls.list ?? ""} items={publishers}>
                {(one) => (
                  <ListBoxItem id={one.name} textValue={one.name} className={controls.item ?? ""}>
                    <Foreign>{one.name}</Foreign>
                  </ListBoxItem>
                )}
              </ListBox>
            </Popover>
          </ComboBox>
          <Field label={m.asOfDay()} value={published} onChange={(value) => draft.set({ published: value })} required hint={m.dayHint()} error={problem("published")} />
          <Field label={m.titleOptional()} value={title} onChange={(value) => draft.set({ title: value })} />
        </div>
        <div className={styles.actions}>
          <Button kind="main" type="submit" keys="mod+Enter" isDisabled={busy}>
            {m.readIt()}
          </Button>
          <DraftNote state={draft.state} found={draft.found} />
        </div>
        {refused ? <Trouble error={refused} /> : null}
      </form>
      <Section title={m.intakeHow()}>
        <ol className={styles.how}>
          <li>{m.intakeHow1()}</li>
          <li>{m.intakeHow2()}</li>
          <li>{m.intakeHow3()}</li>
        </ol>
      </Section>
    </Page>
  );
}
