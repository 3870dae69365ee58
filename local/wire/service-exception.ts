/**
 * An error answer of an AWS service: `name` is the exception's name on the wire (what an SDK client puts in `error.name`),
 * `status` the HTTP status, `fields` what the service's model adds to the message (e.g. `Reason`).
 */
export class ServiceException extends Error {
  override readonly name: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(name: string, status: number, message: string, fields: Record<string, unknown> = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.fields = fields;
  }
}
