"use client";

import { Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const UploadDialog = dynamic(() => import("./upload-dialog").then((part) => part.UploadDialog));

export function UploadButton({ company }: { company: string }) {
  const t = useTranslations("imports.upload");
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
      >
        <Upload aria-hidden size={15} />
        {t("action")}
      </Button>
      {asked && <UploadDialog company={company} open={open} onOpenChange={setOpen} />}
    </>
  );
}
