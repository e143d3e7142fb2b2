"use client";

import { useLocale } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { currencySign } from "@/lib/i18n/currency-text";

/** What every field of the plan editor needs: its fault as a sentence by field name, and the currency with its sign. */
type Editing = { errors: Readonly<Record<string, string>>; currency: string; sign: string };
const Context = createContext<Editing>({ errors: {}, currency: "", sign: "" });

export function PlanEditing({ children, ...editing }: Omit<Editing, "sign"> & { children: ReactNode }) {
  const sign = currencySign(editing.currency, useLocale());
  return <Context value={{ ...editing, sign }}>{children}</Context>;
}

export const useEditing = () => use(Context);

/** An amount or a share as a person writes it. */
export function FigureField(props: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  readOnly?: boolean;
  className?: string;
  onValueChange: (value: string) => void;
}) {
  const { errors } = useEditing();
  return (
    <Field label={props.label} hint={props.hint} error={errors[props.name]} className={props.className}>
      <Input
        name={props.name}
        inputMode="decimal"
        maxLength={30}
        className="num"
        readOnly={props.readOnly}
        value={props.value}
        onChange={(event) => props.onValueChange(event.target.value)}
      />
    </Field>
  );
}

/** A fault of a group of fields (weights that do not add up, a scale without tiers). */
export function GroupFault({ name }: { name: string }) {
  const { errors } = useEditing();
  const error = errors[name];
  if (!error) return null;
  return (
    <p role="alert" className="text-red text-xs">
      {error}
    </p>
  );
}
