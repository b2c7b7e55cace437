export const zhExpert = {
  'expert.desk.title': '我的案卷',
  'pdf.label': '文件：{{fileName}}',
  'verifyPage.title': '验证文件',
} as const
