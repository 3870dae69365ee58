// What is measured against an aim, to be printed as one table at the end.
export interface Aimed {
  what: string;
  measured: string;
  aim: string;
  met: boolean | null;
}

/** `measured` below `most`, both in `unit`. */
export function below(what: string, measured: number, most: number, unit: string): Aimed {
  return { what, measured: `${Math.round(measured)} ${unit}`, aim: `< ${most} ${unit}`, met: measured < most };
}
