export const enDivisionBatchExport = {
  'batchExport.title': 'Export the whole batch',
  'batchExport.what':
    'The panel opinion of every alliance of this batch and the notice with its annex, each as PDF, DOCX and .p7s, go into one new folder. If anything is missing or cannot be set, not one file is written.',
  'batchExport.withSummary': 'Export the summary for the consultation as well',
  'batchExport.summaryOn': 'Date of the summary for the consultation',
  'batchExport.do': 'Export all documents',
  'batchExport.cancel': 'Cancel the export',
  'batchExport.rendering': '{{at}} of {{total}}: {{title}}',
  'batchExport.writing': 'Writing {{total}} documents and reading them back…',
  'batchExport.cancelled': 'Cancelled; no file was written.',
  'batchExport.missing': 'Cannot be exported yet, and no file was written. Please supply:',
  'batchExport.missingOf': '“{{document}}” lacks:',
  'batchExport.failed': '“{{document}}” could not be set; no file was written.',
  'batchExport.done':
    '{{count}} documents are written into the new folder and registered. The stick may be pulled out.',
  'batchExport.notRecorded':
    'The files are written and read back, but they could not be registered. See the reason above, then export again.',
  'batchExport.folderName': 'batch-{{seq}}-{{today}}',
  'batchExport.opinionName': 'panel-opinion-{{name}}',
  'batchExport.summaryName': 'consultation-summary',
  'batchExport.summaryDay': 'date of the consultation summary',
  'batchExport.opinionAbsent': 'the sealed opinion of the panel',
  'batchExport.dossierAbsent': 'the dossier on this computer',
}
