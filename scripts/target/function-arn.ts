/** The name of the function that an ARN is of; undefined for an ARN of anything else, such as one of its versions. */
export const functionIn = (arn: string): string | undefined =>
  /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:([\w-]+)$/.exec(arn)?.[1];
