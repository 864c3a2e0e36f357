/** Whether what is of this type, or accepts it, is a stream of events, which ends when somebody leaves. @see HTML, "server-sent events" */
export function isStream(contentType = ''): boolean {
  return contentType.startsWith('text/event-stream');
}
