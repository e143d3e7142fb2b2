export { authRoute as GET, authRoute as POST } from "@/lib/features/sign-up/auth-route";
