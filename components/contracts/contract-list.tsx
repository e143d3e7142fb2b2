"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { TableExport } from "@/components/exports/table-export";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { isInForce } from "@/lib/domain/contract";
import type { ContractRow } from "@/lib/features/contracts/queries";
import { ContractLine } from "./contract-line";
import { OwnerNeeded } from "./owner-needed";

const ContractSheet = dynamic(() => import("./contract-sheet"), { ssr: false });
const EndDialog = dynamic(() => import("./end-dialog"), { ssr: false });

type Props = {
  clientId: string;
  contracts: readonly ContractRow[];
  /** Somebody answers for the client. */
  owned: boolean;
  /** A way to assign the client, for who may. */
  assign: ReactNode;
  currency: string;
  today: string;
  mayEdit: boolean;
};

/** What is signed with a client, on its way or over, and when to talk about the next one (R3). */
export function ContractList(props: Props) {
  const { clientId, contracts, owned, assign, currency, today, mayEdit } = props;
  const t = useTranslations("contracts");
  const [edited, setEdited] = useState<ContractRow | "new">();
  const [ending, setEnding] = useState<ContractRow>();
  const add = mayEdit && (
    <Button
      variant={contracts.length > 0 ? "outline" : "default"}
      size={contracts.length > 0 ? "sm" : "default"}
      onClick={() => setEdited("new")}
    >
      <Plus aria-hidden size={14} />
      {t("add")}
    </Button>
  );
  const action = contracts.length > 0 && (
    <span className="flex items-center gap-1.5">
      <TableExport table="contracts" also={{ client: clientId }} />
      {add}
    </span>
  );
  return (
    <div className="grid max-w-[980px] gap-3.5">
      {!owned && contracts.some((one) => isInForce(one, today)) && (
        <OwnerNeeded assign={assign}>{t("inForceNoOwner")}</OwnerNeeded>
      )}
      <Section title={t("title")} flush action={action}>
        {contracts.length === 0 ? (
          <EmptyState title={t("none")} action={add}>
            {t("noneText")}
          </EmptyState>
        ) : (
          <ul>
            {contracts.map((contract) => (
              <ContractLine
                key={contract.id}
                {...{ clientId, contract, today, currency, mayEdit }}
                onEdit={() => setEdited(contract)}
                onEnd={() => setEnding(contract)}
              />
            ))}
          </ul>
        )}
      </Section>
      {edited && (
        <ContractSheet
          {...{ clientId, owned, assign, currency, today }}
          contract={edited === "new" ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
      {ending && <EndDialog clientId={clientId} contract={ending} today={today} onClose={() => setEnding(undefined)} />}
    </div>
  );
}
