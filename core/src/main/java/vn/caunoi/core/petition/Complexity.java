package vn.caunoi.core.petition;

/** How hard the settling of a denunciation is, as somebody judged with a reason (LTC Đ30; NĐ 31/2019 Đ3). */
public enum Complexity {
    /** The limit may be extended once. */
    COMPLEX(1, "extend_complex"),
    /** The limit may be extended twice. */
    SPECIALLY_COMPLEX(2, "extend_special");

    private final int times;
    private final String stage;

    Complexity(int times, String stage) {
        this.times = times;
        this.stage = stage;
    }

    /** How often the limit may be extended. */
    public int times() {
        return times;
    }

    /** The stage word of the deadline table that tells by how much. */
    public String stage() {
        return stage;
    }
}
