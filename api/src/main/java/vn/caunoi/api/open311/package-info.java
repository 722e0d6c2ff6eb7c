/**
 * The interface that clients of Open311 know (GeoReport v2), in front of feedback: what a service is, how one asks for one, and
 * where a request stands.
 */
@NullMarked
package vn.caunoi.api.open311;

import org.jspecify.annotations.NullMarked;
