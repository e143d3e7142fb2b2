"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Field, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type DeliverySlot, slotFault } from "@/lib/domain/delivery-slot";
import { useWeekday } from "./slot-text";

type Props = {
  slots: readonly DeliverySlot[];
  errors: Record<string, string>;
  onChange: (slots: DeliverySlot[]) => void;
};

const week = [1, 2, 3, 4, 5, 6, 7];

/** Hours of delivery, by days; what cannot be kept to is said while it is typed. */
export function SlotFields({ slots, errors, onChange }: Props) {
  const t = useTranslations("addresses.form");
  const weekday = useWeekday();
  const text = useErrorText();
  const fault = slotFault(slots);
  const change = (at: number, next: Partial<DeliverySlot>) =>
    onChange(slots.map((slot, place) => (place === at ? { ...slot, ...next } : slot)));
  const toggle = (days: readonly number[], day: number) =>
    days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort((a, b) => a - b);
  return (
    <FieldSet legend={t("slots")} hint={t("slotsHint")}>
      {Object.entries(slots).map(([place, slot]) => (
        <div key={place} className="mb-2 grid gap-1.5 rounded-md border border-line p-2">
          <fieldset className="flex flex-wrap gap-1">
            <legend className="sr-only">{t("days")}</legend>
            {week.map((day) => (
              <Chip
                key={day}
                active={slot.days.includes(day)}
                onClick={() => change(Number(place), { days: toggle(slot.days, day) })}
              >
                {weekday(day)}
              </Chip>
            ))}
          </fieldset>
          <div className="flex items-end gap-2">
            {(["from", "to"] as const).map((end) => (
              <Field key={end} label={t(end)} className="w-28">
                <Input
                  type="time"
                  value={slot[end]}
                  onChange={(event) => change(Number(place), { [end]: event.target.value })}
                />
              </Field>
            ))}
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("removeSlot", { at: String(Number(place) + 1) })}
              onClick={() => onChange(slots.filter((one) => one !== slot))}
            >
              <X aria-hidden size={15} />
            </Button>
          </div>
          {(errors[`slots.${place}`] ?? (fault?.at === Number(place) && text(fault.code))) && (
            <p role="alert" className="text-red text-xs">
              {errors[`slots.${place}`] ?? (fault && text(fault.code))}
            </p>
          )}
        </div>
      ))}
      <span>
        <Button
          variant="ghost"
          size="sm"
          onClick={() =>
            onChange([...slots, { days: slots.length === 0 ? [1, 2, 3, 4, 5] : [], from: "09:00", to: "18:00" }])
          }
        >
          <Plus aria-hidden size={14} />
          {t("addSlot")}
        </Button>
      </span>
    </FieldSet>
  );
}
