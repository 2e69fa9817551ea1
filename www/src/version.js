/** The version, as package.json and Cargo.toml have it: a test holds the three together. */
export const version = '0.1.0';
