"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/checkbox";
import { FieldSet } from "@/components/ui/field";
import { type Role, roles } from "@/lib/domain/roles";

type Props = {
  value: readonly Role[];
  onChange: (held: Role[]) => void;
  legend: string;
  hint?: string;
  error?: string;
};

/** The roles of a member, each with what it lets one do. */
export function RoleChoice({ value, onChange, legend, hint, error }: Props) {
  const t = useTranslations("people.roleHint");
  const words = useTranslations("words.role");
  return (
    <FieldSet legend={legend} hint={hint} error={error}>
      {roles.map((role) => (
        <CheckboxField
          key={role}
          label={words(role)}
          hint={t(role)}
          checked={value.includes(role)}
          onChange={(event) =>
            onChange(event.target.checked ? [...value, role] : value.filter((held) => held !== role))
          }
        />
      ))}
    </FieldSet>
  );
}
