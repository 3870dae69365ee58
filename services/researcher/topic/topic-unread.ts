import { UnavailableError } from '../../../shared/errors.ts';

/** No page about a topic could be read, or none that was read says anything of it: another topic may do. */
export class TopicUnreadError extends UnavailableError {}
