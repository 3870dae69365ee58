/** base^exponent for a whole exponent, by multiplication (`**` may differ in the last digit between engines). */
export function power(base: number, exponent: number): number {
  let result = 1;
  for (let count = 0; count < exponent; count++) result *= base;
  return result;
}
