package vn.caunoi.core.reception;

/** The office whose holder has to receive citizens; the rules say how often. */
public enum Office {
    PROVINCE_HEAD,
    COMMUNE_HEAD,
    AGENCY_HEAD
}
