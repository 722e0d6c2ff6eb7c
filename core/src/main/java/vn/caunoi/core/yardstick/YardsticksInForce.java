package vn.caunoi.core.yardstick;

/** The yardsticks as they are now. */
public interface YardsticksInForce {

    Yardsticks yardsticks();

    /** After a change: the next one who asks sees it at once. */
    void forget();
}
