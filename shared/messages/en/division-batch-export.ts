export const enDivisionBatchExport = {
  'batchExport.title': 'Export the whole batch',
  'batchExport.what':
    'Of every alliance of this batch the personal opinions of the experts, the panel opinion and the archive index, and the notice with its annex, each as PDF, DOCX and .p7s, go into one new folder. If anything is missing or cannot be set, not one file is written.',
  'batchExport.withSummary': 'Export the summary for the consultation as well',
  'batchExport.summaryOn': 'Date of the summary for the consultation',
  'batchExport.withIndex': 'Export the archive index of every alliance as well',
  'batchExport.indexOn': 'Date of the archive index',
  'batchExport.do': 'Export all documents',
  'batchExport.cancel': 'Cancel the export',
  'batchExport.composing': 'Reading the dossiers of the batch…',
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
  'batchExport.opinionAbsent': 'the sealed opinion of the panel',
  'batchExport.dossierAbsent': 'the dossier on this computer',
}
