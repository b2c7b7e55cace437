/** Marks that never stand side by side in printed Chinese, and traces of values that were not there. */
export const flaws =
  /undefined|null|NaN|\[object|[{}]|。。|，，|；；|、、|：：|，。|；。|。；|，；|；，|、，|、。|（）|《》|“”|^[。，；、]|年0|月0/mu
