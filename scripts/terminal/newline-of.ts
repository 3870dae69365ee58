/** How the lines of a person's file end, as what is written into it has to: Windows has CR and LF. */
export const newlineOf = (text: string): '\r\n' | '\n' => (text.includes('\r\n') ? '\r\n' : '\n');
