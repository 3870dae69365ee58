const KB = 1024;

/** Bytes as a person reads them, "5 MB"; of 1,024 each, as the limits are set. */
export function sizeText(bytes: number): string {
  if (bytes < KB) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const [amount, unit] = bytes < KB * KB ? [bytes / KB, 'KB'] : [bytes / (KB * KB), 'MB'];
  return `${Number(amount.toFixed(1))} ${unit}`;
}

/** Milliseconds as a person reads them, "20 seconds". */
export function durationText(milliseconds: number): string {
  const seconds = Number((milliseconds / 1000).toFixed(milliseconds < 100 ? 3 : 1));
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
