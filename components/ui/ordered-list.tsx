"use client";

import { Archive, ArrowDown, ArrowUp, Ellipsis, Pencil, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "./dropdown-menu";

export type OrderedItem = { id: string; archived: boolean; name: string; content: ReactNode };

type Props = {
  items: readonly OrderedItem[];
  words: {
    actions: (name: string) => string;
    change: string;
    up: string;
    down: string;
    archive: string;
    restore: string;
  };
  /** The living ones in their new order. */
  onOrder: (ids: string[]) => void;
  onChange: (id: string) => void;
  onArchive: (id: string, archived: boolean) => void;
};

/** Words of the company in an order that an admin gives them, by a menu that works with the keyboard alone. */
export function OrderedList({ items, words, onOrder, onChange, onArchive }: Props) {
  const living = items.filter(({ archived }) => !archived).map(({ id }) => id);

  function move(id: string, by: 1 | -1) {
    const at = living.indexOf(id);
    const ids = living.filter((one) => one !== id);
    ids.splice(at + by, 0, id);
    onOrder(ids);
  }

  return (
    <ul className="rounded-lg border border-line bg-sheet">
      {items.map(({ id, archived, name, content }) => (
        <li
          key={id}
          className="flex min-h-row items-center gap-3 border-hair border-b px-3 py-1 last:border-b-0 hover:bg-[var(--hover)]"
        >
          <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-0.5">{content}</div>
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button variant="ghost" size="icon-sm" aria-label={words.actions(name)}>
                <Ellipsis aria-hidden size={16} />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent label={words.actions(name)} align="end">
              <DropdownMenuItem onSelect={() => onChange(id)}>
                <Pencil aria-hidden size={14} />
                {words.change}
              </DropdownMenuItem>
              {!archived && living[0] !== id && (
                <DropdownMenuItem onSelect={() => move(id, -1)}>
                  <ArrowUp aria-hidden size={14} />
                  {words.up}
                </DropdownMenuItem>
              )}
              {!archived && living.at(-1) !== id && (
                <DropdownMenuItem onSelect={() => move(id, 1)}>
                  <ArrowDown aria-hidden size={14} />
                  {words.down}
                </DropdownMenuItem>
              )}
              <DropdownMenuSeparator />
              <DropdownMenuItem onSelect={() => onArchive(id, !archived)}>
                {archived ? <Undo2 aria-hidden size={14} /> : <Archive aria-hidden size={14} />}
                {archived ? words.restore : words.archive}
              </DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
        </li>
      ))}
    </ul>
  );
}
