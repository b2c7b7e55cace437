/** The worker in which the pages of one PDF are drawn. The guards stand before the first line of pdf.js. */
import './drawing-guard'
import 'pdfjs-dist/legacy/build/pdf.renderer.min.mjs'
