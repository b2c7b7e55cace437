import type { zhUpkeep } from '../zh/upkeep'

export const enUpkeep: Readonly<Record<keyof typeof zhUpkeep, string>> = {
  'snapshots.title': 'Snapshots',
  'snapshots.hint':
    'A snapshot is kept every hour in which something changed, at locking and closing, and before imports, in “{{folder}}”. Restoring merges: every present record stays, what the snapshot has more comes back, the present files are kept aside.',
  'snapshots.list': 'Show and verify snapshots',
  'snapshots.none': 'There are no snapshots yet. The first is kept when the desk is locked or closed.',
  'snapshots.takenAt': 'Time',
  'snapshots.reason': 'Reason',
  'snapshots.count': 'Records',
  'snapshots.size': 'Size',
  'snapshots.state': 'Verified',
  'snapshots.good': 'whole',
  'snapshots.bad': 'damaged, not usable',
  'snapshots.brings': 'would bring back {{brings}}',
  'snapshots.bringsNothing': 'nothing is missing',
  'snapshotReason.hourly': 'hourly',
  'snapshotReason.close': 'locked or closed',
  'snapshotReason.import': 'before an import',
  'snapshotReason.restore': 'before a restore',
  'snapshots.restore': 'Restore',
  'snapshots.confirm': 'Merge this snapshot? The present files are kept aside and nothing is lost.',
  'snapshots.restored':
    'Restored: {{count}} records now, {{recovered}} records and {{drafts}} drafts brought back, {{quarantined}} that do not fit kept in quarantine. The files as they were are in “{{aside}}”.',
  'snapshots.reload': 'Open the desk again',
  'snapshots.budget': 'Snapshots take at most (MB)',
  'snapshots.budgetHint': 'The newest and the fullest are always kept.',
  'calendars.title': 'Work calendar',
  'calendars.hint':
    'Deadlines count working days by the State Council’s holiday notices; {{from}}-{{to}} come with the program. Import the calendar file (.json) of a later year when its notice is out; without it a deadline is provisional.',
  'calendars.drop': 'Drop calendar files here',
  'calendars.imported': '{{year}} imported: {{source}}',
  'calendars.bad': '“{{fileName}}” is no calendar file and was not imported: {{detail}}',
}
