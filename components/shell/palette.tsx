"use client";

import { Command as Menu } from "cmdk";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import * as Dialog from "radix-ui/dialog";
import { useEffect, useRef, useState } from "react";
import { type Act, useAct } from "@/components/ui/act";
import { backTo } from "@/components/ui/disclosure";
import { Kbd } from "@/components/ui/kbd";
import { useSearch } from "@/components/ui/use-search";
import { type Command, useOfferedCommands } from "./commands";
import type { NavGroup } from "./nav-items";
import { fits } from "./palette-match";

/** A found record. `group` is the heading ("Clients"), already in the person's language. */
export type Hit = { id: string; label: string; hint?: string; group: string; href: string };

type Props = {
  nav: readonly NavGroup[];
  commands: readonly Command[];
  /** Takes `{ query }`, answers hits within the person's reach. */
  search?: Act<Hit[]>;
  onClose: () => void;
};

const nothing: Act<Hit[]> = async () => ({ ok: true, value: [] });

function byGroup<T extends { group?: string }>(items: readonly T[], fallback: string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const heading = item.group ?? fallback;
    groups.set(heading, [...(groups.get(heading) ?? []), item]);
  }
  return [...groups];
}

export default function Palette({ nav, commands, search, onClose }: Props) {
  const t = useTranslations("shell.palette");
  const router = useRouter();
  const offered = useOfferedCommands();
  const opener = useRef(document.activeElement instanceof HTMLElement ? document.activeElement : null);
  const [query, setQuery] = useState("");
  const { run } = useAct(search ?? nothing);
  const ask = async (text: string) => {
    const result = await run({ query: text });
    if (!result.ok) throw new Error(result.code);
    return result.value;
  };
  const found = useSearch(query.trim(), search && ask, 2);
  const go = (href: string) => {
    onClose();
    router.push(href as Route);
  };
  const places = nav.flatMap((group) => group.items);
  const headed = byGroup([...offered, ...commands], t("title"));
  const hits = byGroup(found.items, "");
  // Records come after the commands that were there at once: without this, Enter would run a command instead of opening the record.
  const [chosen, setChosen] = useState("");
  const best = found.items[0]?.id;
  useEffect(() => {
    if (best) setChosen(best);
  }, [best]);

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[var(--scrim)]" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={backTo(opener)}
          className="fixed inset-x-3 top-3 z-50 mx-auto max-w-[600px] animate-in overflow-hidden rounded-lg border border-line bg-raised shadow-modal outline-none sm:top-[14vh]"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Menu label={t("title")} loop filter={fits} value={chosen} onValueChange={setChosen}>
            <div className="flex items-center border-line border-b pr-3">
              <Menu.Input
                autoFocus
                value={query}
                onValueChange={setQuery}
                placeholder={t("placeholder")}
                className="h-11 min-w-0 flex-1 bg-transparent px-4 text-lg outline-none"
              />
              <Kbd keys="Esc" />
            </div>
            <Menu.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5">
              <Menu.Empty className="px-2.5 py-6 text-center text-ink-3">
                {found.state === "searching" ? t("searching") : t("none", { query })}
              </Menu.Empty>
              {found.state === "failed" && <p className="px-2.5 py-2 text-red">{t("failed")}</p>}
              {hits.map(([heading, list]) => (
                <Section key={heading} heading={heading}>
                  {list.map((hit) => (
                    // What the server found fits, whatever the letters say (a tax number, a former name).
                    <Row
                      key={hit.id}
                      id={hit.id}
                      words={[query, hit.label]}
                      label={hit.label}
                      hint={hit.hint}
                      onSelect={() => go(hit.href)}
                    />
                  ))}
                </Section>
              ))}
              {headed.map(([heading, list]) => (
                <Section key={heading} heading={heading}>
                  {list.map((command) => (
                    <Row
                      key={command.id}
                      id={command.id}
                      words={[command.label, ...(command.keywords ?? [])]}
                      label={command.label}
                      hint={command.hint}
                      keys={command.keys}
                      onSelect={() => {
                        if (command.href) return go(command.href);
                        onClose();
                        command.run?.();
                      }}
                    />
                  ))}
                </Section>
              ))}
              <Section heading={t("go")}>
                {places.map((item) => (
                  <Row
                    key={item.href}
                    id={item.href}
                    words={[item.label]}
                    label={item.label}
                    keys={item.goKey && ["G", item.goKey]}
                    onSelect={() => go(item.href)}
                  />
                ))}
              </Section>
            </Menu.List>
          </Menu>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Section({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <Menu.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Menu.Group>
  );
}

type RowProps = {
  id: string;
  words: string[];
  label: string;
  hint?: string;
  keys?: readonly string[] | "";
  onSelect: () => void;
};

function Row({ id, words, label, hint, keys, onSelect }: RowProps) {
  return (
    <Menu.Item
      value={id}
      keywords={words}
      onSelect={onSelect}
      className="flex min-h-8 cursor-default items-center gap-2 rounded-md px-2.5 data-[selected=true]:bg-[var(--hover)]"
    >
      <span className="min-w-0 truncate">{label}</span>
      {hint && <span className="min-w-0 truncate text-ink-3 text-xs">{hint}</span>}
      {keys && (
        <span className="ml-auto flex gap-1">
          {keys.map((key) => (
            <Kbd key={key} keys={key} />
          ))}
        </span>
      )}
    </Menu.Item>
  );
}
