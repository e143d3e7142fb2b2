"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { Kbd } from "@/components/ui/kbd";

type Props = {
  value: string;
  onSearch: (text: string) => void;
  box: RefObject<HTMLInputElement | null>;
  label?: string;
};

/** Asks the server when typing has paused. Esc empties it and goes back to the rows. */
export function SearchBox({ value, onSearch, box, label }: Props) {
  const t = useTranslations("ui.table");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address may change by itself (back, "clear filters"); what is being typed is left alone.
  useEffect(() => {
    if (box.current && document.activeElement !== box.current) box.current.value = value;
  }, [value, box]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (text: string, wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(text.trim()), wait);
  };
  return (
    <search className="relative w-full shrink-0 sm:w-52">
      <Search aria-hidden size={14} className="pointer-events-none absolute top-1.5 left-2.5 text-ink-3" />
      <input
        ref={box}
        type="search"
        defaultValue={value}
        aria-label={label ?? t("search")}
        placeholder={label ?? t("search")}
        autoComplete="off"
        className="control peer h-6.5 w-full rounded-full border-line pr-8 pl-7.5"
        onChange={(event) => ask(event.target.value, 250)}
        onKeyDown={(event) => {
          if (event.key === "Enter") ask(event.currentTarget.value, 0);
          if (event.key !== "Escape") return;
          event.currentTarget.value = "";
          ask("", 0);
          event.currentTarget.blur();
        }}
      />
      <button
        type="button"
        aria-label={t("clearSearch")}
        className="absolute top-0.5 right-1 grid size-6 place-items-center rounded-full text-ink-3 hover:text-ink peer-placeholder-shown:hidden"
        onClick={() => {
          if (box.current) box.current.value = "";
          ask("", 0);
          box.current?.focus();
        }}
      >
        <X aria-hidden size={13} />
      </button>
      <span className="absolute top-1 right-2 hidden peer-placeholder-shown:block peer-focus:hidden">
        <Kbd keys="/" />
      </span>
    </search>
  );
}
