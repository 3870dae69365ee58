/** The account every ARN of this machine names; fauxqs has it built in. */
export const accountId = '000000000000';
