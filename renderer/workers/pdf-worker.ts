/** The worker in which one PDF is read. The guards stand before the first line of pdf.js. */
import './reading-guard'
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
