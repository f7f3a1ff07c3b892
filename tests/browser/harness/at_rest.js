// Takes what moves on the page to its end, but for what moves for ever.
const comeToRest = () => {
  const ends = (animation) => animation.effect.getComputedTiming().iterations !== Infinity;
  document.getAnimations().filter(ends).forEach((animation) => animation.finish());
};
