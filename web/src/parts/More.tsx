// The next rows of a long list. The button keeps the focus while they come.
import { m } from "../i18n/locale.ts";
import { Button } from "./controls.tsx";

interface MoreProps {
  of: { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => unknown };
}

export function More({ of }: MoreProps) {
  if (!of.hasNextPage) return null;
  return (
    <div>
      <Button isPending={of.isFetching} onPress={() => void of.fetchNextPage()}>
        {m.more()}
      </Button>
    </div>
  );
}
