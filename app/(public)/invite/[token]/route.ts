export { landOnInvitation as GET } from "@/lib/features/sign-up/landings";
