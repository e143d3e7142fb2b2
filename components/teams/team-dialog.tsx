"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { type Act, useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { createTeam, moveTeam, renameTeam } from "@/lib/features/teams/actions";
import type { TeamNode } from "@/lib/features/teams/queries";

type Props = { tree: TeamNode[]; today: string } & (
  | { kind: "create" }
  | { kind: "rename" | "move"; team: TeamNode; onClose: () => void }
);

const actions = { create: createTeam, rename: renameTeam, move: moveTeam };

/** A new team, another name, another place in the tree: one small form. `create` brings its own button. */
export function TeamDialog(props: Props) {
  const { kind, tree, today } = props;
  const t = useTranslations("teams");
  const form = useId();
  const team = kind === "create" ? undefined : props.team;
  const fresh = { name: team?.name ?? "", parent: team?.parentId ?? "", from: today };
  const [open, setOpen] = useState(kind !== "create");
  const [value, setValue] = useState(fresh);
  const [ring, setRing] = useState<string[]>();
  const { run, pending, fields } = useAct<unknown>(actions[kind] as Act<unknown>);
  const others = tree.filter((one) => one.id !== team?.id && !one.closedOn);

  function change(next: boolean) {
    setOpen(next);
    if (!next && kind !== "create") props.onClose();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { name, parent, from } = value;
    const input =
      kind === "create"
        ? { name, parent, from }
        : kind === "rename"
          ? { id: team?.id, version: team?.version, name }
          : { id: team?.id, parent, from };
    const result = await run(input);
    if (result.ok) {
      setValue(fresh);
      setRing(undefined);
      change(false);
      toast.success(t("form.saved"));
    } else setRing((result.values as { ring?: string[] } | undefined)?.ring);
  }

  const title =
    kind === "create" ? t("create") : t(kind === "rename" ? "renameTitle" : "moveTitle", { team: props.team.name });
  return (
    <Dialog open={open} onOpenChange={change}>
      {kind === "create" && (
        <DialogTrigger asChild>
          <Button>
            <Plus aria-hidden size={14} />
            {t("create")}
          </Button>
        </DialogTrigger>
      )}
      <DialogContent
        size="sm"
        title={title}
        description={kind === "move" ? t("moveText") : undefined}
        footer={
          <Button type="submit" form={form} pending={pending}>
            {t("form.save")}
          </Button>
        }
      >
        <form id={form} onSubmit={submit} className="flex flex-col gap-3">
          {kind !== "move" && (
            <Field label={t("form.name")} required error={fields.name}>
              <Input
                autoFocus
                maxLength={120}
                value={value.name}
                onChange={(event) => setValue({ ...value, name: event.target.value })}
              />
            </Field>
          )}
          {kind !== "rename" && (
            <>
              <Field label={t("form.parent")} error={ring ? t("ring", { teams: ring.join(" → ") }) : fields.parent}>
                <Select
                  placeholder={t("form.noParent")}
                  value={value.parent}
                  onChange={(event) => setValue({ ...value, parent: event.target.value })}
                  options={others.map((one) => ({ value: one.id, label: `${"\u2003".repeat(one.depth)}${one.name}` }))}
                />
              </Field>
              <Field label={t("form.from")} required error={fields.from}>
                <DateInput today={today} value={value.from} onValueChange={(from) => setValue({ ...value, from })} />
              </Field>
            </>
          )}
        </form>
      </DialogContent>
    </Dialog>
  );
}
