/** What deletion_protection sets where it is true, by the kind of thing. */
const PROTECTED: Readonly<Record<string, readonly [attribute: string, value: boolean]>> = {
  aws_rds_cluster: ['deletion_protection', true],
  aws_ecr_repository: ['force_delete', false],
  aws_s3vectors_vector_bucket: ['force_destroy', false],
  aws_s3_bucket: ['force_destroy', false],
};
const INDEX = 'aws_s3vectors_index';

interface Thing {
  address: string;
  type: string;
  values: Readonly<Record<string, unknown>>;
}

/** What holds data that deletion_protection protects. */
export const holdsData = ({ type }: Pick<Thing, 'type'>): boolean => PROTECTED[type] !== undefined || type === INDEX;

/**
 * What is protected. A vector index cannot be told to refuse: AWS deletes one with all that is in it, before the bucket, which is empty
 * then. It is as protected as its bucket is.
 */
export function protectedIn<One extends Thing>(things: readonly One[]): One[] {
  const isHeld = ({ type, values }: Thing): boolean => {
    const rule = PROTECTED[type];
    return rule !== undefined && values[rule[0]] === rule[1];
  };
  const vectors = things.some((one) => one.type === 'aws_s3vectors_vector_bucket' && isHeld(one));
  return things.filter((one) => (one.type === INDEX ? vectors : isHeld(one)));
}
