"use client";

import { Check } from "lucide-react";
import { type ComponentProps, createContext, type ReactNode, use } from "react";
import { cn } from "./cn";
import { Adopt, backTo, Disclosure, DisclosureTrigger, type TriggerProps, useDisclosure } from "./disclosure";
import { type Floating, useFloating } from "./floating";

type Parts = Floating["DropdownMenu"];
const Context = createContext<Parts | undefined>(undefined);

function useParts(): Parts {
  const parts = use(Context);
  if (!parts) throw new Error("A menu item stands outside DropdownMenuContent");
  return parts;
}

export const DropdownMenu = Disclosure;

export function DropdownMenuTrigger(props: TriggerProps) {
  return <DisclosureTrigger popup="menu" {...props} />;
}

const item =
  "relative flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-[var(--hover)] data-[highlighted]:text-ink [&_svg]:shrink-0 [&_svg]:text-ink-3";

type ContentProps = {
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom";
  className?: string;
  children: ReactNode;
};

export function DropdownMenuContent({ label, align = "start", side = "bottom", className, children }: ContentProps) {
  const { open, setOpen, trigger, contentId, byKey } = useDisclosure();
  const floating = useFloating(open);
  if (!floating) return null;
  const Part = floating.DropdownMenu;
  return (
    <Part.Root open={open} onOpenChange={setOpen} modal={false}>
      <Part.Trigger asChild>
        <Adopt target={trigger} />
      </Part.Trigger>
      <Part.Portal>
        <Part.Content
          id={contentId}
          // The library looks for the key that opened it, but was not here yet when that key was pressed.
          ref={(menu: HTMLDivElement | null) => {
            if (menu && byKey.current)
              requestAnimationFrame(() => menu.querySelector<HTMLElement>("[role^=menuitem]")?.focus());
          }}
          onCloseAutoFocus={backTo(trigger)}
          aria-label={label}
          aria-labelledby={undefined}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          // The trigger closes the menu by itself; closed here first, it would open again.
          onInteractOutside={(event) => {
            if (event.target instanceof Node && trigger.current?.contains(event.target)) event.preventDefault();
          }}
          className={cn(
            "z-50 max-h-[min(420px,var(--radix-dropdown-menu-content-available-height))] min-w-44 max-w-80 animate-in overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-float outline-none",
            className,
          )}
        >
          <Context value={Part}>{children}</Context>
        </Part.Content>
      </Part.Portal>
    </Part.Root>
  );
}

export function DropdownMenuItem(props: ComponentProps<Parts["Item"]> & { tone?: "red" }) {
  const { tone, className, ...rest } = props;
  const Part = useParts();
  return (
    <Part.Item className={cn(item, tone === "red" && "text-red data-[highlighted]:text-red", className)} {...rest} />
  );
}

const tick = "absolute right-2";

export function DropdownMenuCheckboxItem({ className, children, ...props }: ComponentProps<Parts["CheckboxItem"]>) {
  const Part = useParts();
  return (
    <Part.CheckboxItem className={cn(item, "pr-8", className)} {...props}>
      {children}
      <Part.ItemIndicator className={tick}>
        <Check aria-hidden size={14} />
      </Part.ItemIndicator>
    </Part.CheckboxItem>
  );
}

export function DropdownMenuRadioGroup(props: ComponentProps<Parts["RadioGroup"]>) {
  const Part = useParts();
  return <Part.RadioGroup {...props} />;
}

export function DropdownMenuRadioItem({ className, children, ...props }: ComponentProps<Parts["RadioItem"]>) {
  const Part = useParts();
  return (
    <Part.RadioItem className={cn(item, "pr-8", className)} {...props}>
      {children}
      <Part.ItemIndicator className={tick}>
        <Check aria-hidden size={14} />
      </Part.ItemIndicator>
    </Part.RadioItem>
  );
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<Parts["Label"]>) {
  const Part = useParts();
  return <Part.Label className={cn("px-2 pt-1.5 pb-1 text-2xs text-ink-3", className)} {...props} />;
}

export function DropdownMenuSeparator() {
  const Part = useParts();
  return <Part.Separator className="-mx-1 my-1 h-px bg-line" />;
}
