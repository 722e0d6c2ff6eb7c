/** Dialogue conferences of heads with the people (hội nghị đối thoại với Nhân dân). */
@NullMarked
package vn.caunoi.core.conference;

import org.jspecify.annotations.NullMarked;
