import type { RoleName } from '../shared/types'
import { texts } from './texts'

const staff: RoleName[] = ['MEDIATOR', 'NEUTRAL_LAWYER', 'COMMUNITY_POLICE', 'RECORDER']

export function isStaff(role: RoleName): boolean {
  return staff.includes(role)
}

/** A person with the office, which many names already carry: 调解员王芳, 李律师. */
export function called({ role, name }: { role: RoleName; name: string }): string {
  const office = isStaff(role) ? (texts.roles[role] ?? '') : ''
  return name.includes(office) ? name : `${office}${name}`
}
