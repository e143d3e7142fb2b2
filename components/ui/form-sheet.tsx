"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button } from "./button";
import { ConflictNotice } from "./conflict-notice";
import { DraftNotice } from "./draft-notice";
import { useFocusFault } from "./focus-fault";
import type { Disagreement } from "./merge-stale";
import { Sheet, SheetContent } from "./sheet";

type Form<V> = {
  restored: boolean;
  discard: () => void;
  submit: () => void;
  conflict?: { lines: Disagreement<V>[]; keepTheirs: () => void; keepMine: () => void };
};

/** The frame of a form of useStaleForm: a panel with its buttons, the notice of a restored draft, and both sides of a conflict. */
export function FormSheet<V extends object>(props: {
  title: ReactNode;
  description?: ReactNode;
  /** What the button says; "Save" when left out. */
  confirm?: string;
  form: Form<V>;
  errors: Readonly<Record<string, string>>;
  pending: boolean;
  /** A field and its value in words, for a conflict. */
  words: { label: (field: keyof V) => string; value: (field: keyof V, value: V[keyof V]) => ReactNode };
  onClose: () => void;
  children: ReactNode;
}) {
  const ui = useTranslations("ui");
  const id = useId();
  const ref = useFocusFault(props.errors);
  const { form, words } = props;
  return (
    <Sheet open onOpenChange={(open) => !open && props.onClose()}>
      <SheetContent
        title={props.title}
        description={props.description}
        dismissable={!props.pending}
        footer={
          <>
            <Button variant="outline" onClick={props.onClose}>
              {ui("cancel")}
            </Button>
            <Button type="submit" form={id} pending={props.pending}>
              {props.confirm ?? ui("save")}
            </Button>
          </>
        }
      >
        <form
          ref={ref}
          id={id}
          noValidate
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            form.submit();
          }}
        >
          <DraftNotice shown={form.restored} onDiscard={form.discard} />
          {form.conflict && (
            <ConflictNotice
              lines={form.conflict.lines.map(({ field, theirs, mine }) => ({
                label: words.label(field),
                theirs: words.value(field, theirs),
                mine: words.value(field, mine),
              }))}
              onKeepTheirs={form.conflict.keepTheirs}
              onKeepMine={form.conflict.keepMine}
              pending={props.pending}
            />
          )}
          {props.children}
        </form>
      </SheetContent>
    </Sheet>
  );
}
