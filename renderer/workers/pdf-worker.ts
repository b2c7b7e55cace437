/** The worker in which one PDF is read. The guard stands before the first line of pdf.js. */
import './memory-guard'
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
