// The focus never falls out of the page. When what has it is taken away (a filter removed, a claim decided, a form
// closed), it goes to what is left around: a reader by keyboard or screen reader would else begin again at the top.

const FOCUSABLE = "a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), summary, [tabindex='0']";
/** Dialogs put the focus back by themselves, a moment later. */
const WAIT_MS = 60;

/** Where the focus goes: the nearest thing around that is still there and can take it. */
function goBack(around: Element[]): void {
  const home = around.find((one) => one.isConnected);
  if (!(home instanceof HTMLElement) || home.closest("[inert]")) return;
  const title = home.querySelector<HTMLElement>("h1");
  const first = title ?? home.querySelector<HTMLElement>(FOCUSABLE);
  if (first) return first.focus({ preventScroll: first === title });
  home.tabIndex = -1;
  home.focus();
}

export function keepFocus(): () => void {
  /** What had the focus last, and what it stood in, from the inside out. */
  let path: Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = ({ target }: FocusEvent) => {
    path = [];
    for (let at = target instanceof Element ? target : null; at && at !== document.body; at = at.parentElement) path.push(at);
  };
  const look = () => {
    const [last, ...around] = path;
    if (!last || (document.activeElement && document.activeElement !== document.body)) return;
    // Still there: whoever presses beside it means to.
    if (last.isConnected && !last.matches(":disabled")) return;
    goBack(around);
  };
  const observer = new MutationObserver(() => {
    const last = path[0];
    if (!last || (last.isConnected && !last.matches(":disabled"))) return;
    clearTimeout(timer);
    timer = setTimeout(look, WAIT_MS);
  });
  document.addEventListener("focusin", note);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
  return () => {
    document.removeEventListener("focusin", note);
    observer.disconnect();
    clearTimeout(timer);
  };
}
