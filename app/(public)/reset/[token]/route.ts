export { landOnReset as GET } from "@/lib/features/sign-up/landings";
