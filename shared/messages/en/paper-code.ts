export const enPaperCode = {
  'paperCode.title': 'Find by the code on paper',
  'paperCode.field': 'The 8 characters printed on the paper',
  'paperCode.hint':
    'In the foot of the last page beside the QR code. Case and spaces do not matter; O is read as 0, I and L as 1.',
  'paperCode.find': 'Find',
  'paperCode.malformed':
    'A code has 8 letters and digits (no U), such as 4F7K 2M9Q. Please type it again from the paper.',
  'paperCode.unknown':
    'The register of this computer has no {{code}}. A character may be wrong, or the document was not exported here. Type it again from the paper; if it is still unknown, ask the issuing division for the file and verify its signature above. Do not rely on a paper that is not registered.',
  'paperCode.document.notice': 'Notice: {{year}}, batch {{seq}}',
  'paperCode.document.other': '{{document}}: {{name}}',
  'paperCode.otherHash':
    'The register has the code {{code}}, but the whole hash in the QR code is another: this is not the same document. Do not use it, and ask the issuing office.',
  'paperCode.by.again': 'A document of the same kind was exported later (code {{code}}); check which one holds.',
  'paperCode.fileUnknown':
    'This file is not in the register of this computer: it was not exported here, or was changed afterwards.',
  'paperCode.code': 'Code',
  'paperCode.at': 'Exported',
  'paperCode.version': 'Dossier judged',
  'paperCode.versionOf': 'version {{version}} (hash {{hash}}), opinion version {{opinion}}',
  'paperCode.state.current': 'Registered; there is no newer version',
  'paperCode.state.superseded': 'Superseded by a newer version; do not rely on it',
  'paperCode.by.opinion': 'There is version {{version}} of the opinion.',
  'paperCode.by.dossier': 'There is version {{version}} of the dossier, for which the opinion was not confirmed.',
  'paperCode.by.confirmed': 'There is version {{version}} of the dossier, for which the opinion was confirmed.',
  'paperCode.by.notice': 'Another notice was exported later (code {{code}}).',
  'paperCode.notPublished': 'This batch is not published; the notice is not in force.',
  'paperCode.pilot': 'Pilots',
  'paperCode.pilot.piloting': '{{name}}: valid, term {{from}} to {{to}}',
  'paperCode.pilot.expired': '{{name}}: term over ({{from}} to {{to}}), to be evaluated',
  'paperCode.pilot.revoked': '{{name}}: revoked ({{on}})',
  'paperCode.pilot.other': '{{name}}: {{status}}',
}
