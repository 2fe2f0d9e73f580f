type OptionalName<T> = {
  [Name in keyof T]-?: undefined extends T[Name]
    ? Name
    : Partial<Pick<T, Name>> extends Pick<T, Name>
      ? Name
      : never;
}[keyof T];

/** The same with the property, or without its key: what is optional in a document is absent, never undefined. */
export function withOptional<T extends object, Name extends OptionalName<T> & string>(
  whole: T,
  name: Name,
  value: T[Name] | undefined,
): T {
  if (value !== undefined) return { ...whole, [name]: value };
  // Only what is optional is left out: the rest is as it was.
  return Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)) as T;
}
