/** Who has a profile, where it lies, and what of it cannot be used. */
export const zhProfileErrors = {
  'error.profile.in-use':
    '这个工作目录“{{path}}”正被另一个联审窗口使用。请切换到那个窗口；如确已关闭，请稍等片刻再打开。',
  'error.profile.held':
    '工作目录“{{path}}”正由另一处打开：电脑“{{computer}}”，用户“{{user}}”，自 {{since}} 起，最近一次报到 {{renewedAt}}（按那台电脑的时钟）。一个工作目录同一时间只能由一处打开。请先在那台电脑上关闭联审；若它已经关机、损坏或不会再用，才可以选择接管。',
  'error.profile.held-unknown':
    '工作目录“{{path}}”的锁看不出是谁留下的，可能正由另一台电脑打开。请确认没有别的电脑在用这个目录；确认之后，才可以选择接管。',
  'error.profile.lost':
    '工作目录“{{path}}”已由电脑“{{computer}}”（用户“{{user}}”）于 {{since}} 接管，本窗口已停止保存，此前保存的内容都在。请把没有保存的文字复制出来，关闭本窗口，到那台电脑上继续。',
  'error.profile.lock-gone':
    '工作目录“{{path}}”的锁被删除或改动，不能确定是否有别的电脑在用，本窗口已停止保存，此前保存的内容都在。请复制没有保存的文字，关闭后重新打开。',
  'error.journal.foreign':
    '数据文件“{{path}}”被别的程序改动过（可能是另一台电脑或同步软件），本窗口已停止保存，此前保存的内容都在。请关闭联审，查明是谁在用这个目录，再重新打开。',
} as const
