#include "residents/withheld.h"

namespace residents {

Places withholdPlaces(Snapshot &state, const std::function<bool(const Address &)> &isHidden)
{
    Places taken;
    const auto take = [&taken, &isHidden](Address &address, Place place) {
        if (address.isEmpty() || !isHidden(address))
            return;
        address = {};
        taken |= place;
    };
    take(state.address, Place::Address);
    take(state.formerAddress, Place::Former);
    take(state.addressBeforeMoveIn, Place::BeforeMoveIn);
    if (state.plannedDestination)
        take(state.plannedDestination->address, Place::Planned);
    if (state.confirmedDestination)
        take(state.confirmedDestination->address, Place::Confirmed);
    return taken;
}

QString withheldWords()
{
    return QStringLiteral("（支援措置の対象者の住所にかかわるため表示しない）");
}

} // namespace residents
