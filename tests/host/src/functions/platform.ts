// API: Platform
// Does: One mutable object, as in the API, switched between a Linux desktop and an Android phone.
// Leaves out: tablets, iOS, macOS, Windows.

export const PHONE_WIDTH = 600;

export const Platform = {
	isDesktop: true,
	isMobile: false,
	isDesktopApp: true,
	isMobileApp: false,
	isIosApp: false,
	isAndroidApp: false,
	isPhone: false,
	isTablet: false,
	isMacOS: false,
	isWin: false,
	isLinux: true,
	isSafari: false,
	resourcePathPrefix: 'app://local/',
};

export function applyPlatform(phone: boolean): void {
	Object.assign(Platform, {
		isDesktop: !phone,
		isMobile: phone,
		isDesktopApp: !phone,
		isMobileApp: phone,
		isAndroidApp: phone,
		isPhone: phone,
		isLinux: !phone,
	});
	document.body.classList.toggle('is-mobile', phone);
	document.body.classList.toggle('is-phone', phone);
	document.body.classList.toggle('mod-linux', !phone);
}
