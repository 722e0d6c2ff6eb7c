package vn.caunoi.api.upkeep;

/** Throws away what has had its time. Safe to repeat, and to run on several nodes at once. */
public interface Upkeep {

    void tidy();
}
