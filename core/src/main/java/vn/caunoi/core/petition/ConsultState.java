package vn.caunoi.core.petition;

/** Where a request for an opinion stands. */
public enum ConsultState {
    ASKED,
    ANSWERED,
    DECLINED,
    WITHDRAWN;

    public boolean isOpen() {
        return this == ASKED;
    }
}
