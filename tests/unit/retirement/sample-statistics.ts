/** Statistics of a sample, dividing by its size. */

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const deviation = (values: readonly number[]) => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
};

export const correlation = (one: readonly number[], other: readonly number[]) => {
  const [a, b] = [mean(one), mean(other)];
  return mean(one.map((value, index) => (value - a) * ((other[index] ?? 0) - b))) / (deviation(one) * deviation(other));
};
