export function normaliseIssue(message: string): string {
  return message
    .replace(/[0-9a-f-]{36}/g, '<id>')
    .replace(/access_token=\S+/g, '')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/sha256=\w+/g, '<token>')
    .replace(/\b\d{4,}\b/g, '<number>')
    .replace(/after \d+ s/g, 'after <number> s')
    .slice(0, 4000)
}
export function causeTitle(message: string): string {
  return normaliseIssue(message).split('\n')[0]?.slice(0, 120) || 'An empty message'
}
export function causeKind(message: string): string {
  return message.includes('429') ? 'rate limit' : 'other'
}
