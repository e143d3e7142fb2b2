/** A font file as the bundler gives it: its address. */
declare module "*.woff2" {
  const address: string;
  export default address;
}
