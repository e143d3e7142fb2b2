/** The password of everyone in the demo companies. Shown on the sign-in page where there are any; nowhere else does it open anything. */
export const DEMO_PASSWORD = "grange-demo-book";
